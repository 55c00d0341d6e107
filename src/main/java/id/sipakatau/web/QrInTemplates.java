package id.sipakatau.web;

import io.nayuki.qrcodegen.QrCode;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;

/** QR codes in templates, <code>{qr:of(address)}</code>: a drawing that any phone's camera reads (ISO/IEC 18004). */
@TemplateExtension(namespace = "qr")
final class QrInTemplates {

    /** Free space that the standard asks for on each side, in modules. */
    private static final int QUIET = 4;

    private QrInTemplates() {}

    /** An address as a drawing; a fifth of it may be dirty or torn. */
    static RawString of(String address) {
        var code = QrCode.encodeText(address, QrCode.Ecc.QUARTILE);
        int side = code.size + 2 * QUIET;
        var dark = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    dark.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        // Black on white in every look: cameras want the contrast.
        return new RawString("""
                <svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" aria-hidden="true" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%dv%dH0z"/><path fill="#000" d="%s"/></svg>""".formatted(side, side, side, side, dark));
    }
}
