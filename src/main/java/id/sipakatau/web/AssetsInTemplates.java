package id.sipakatau.web;

import io.quarkus.qute.TemplateExtension;

/** Addresses of static files in templates, <code>{asset:at('js/app.js')}</code>. */
@TemplateExtension(namespace = "asset")
final class AssetsInTemplates {

    private AssetsInTemplates() {}

    static String at(String path) {
        return Assets.address(path);
    }
}
