package id.sipakatau.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What comes over the network, so that its breaking off is told from a fault of our own disk. */
final class Transfer extends FilterInputStream {

    /** The network broke off. */
    static final class Torn extends IOException {
        private static final long serialVersionUID = 1;

        Torn(IOException cause) {
            super(cause);
        }
    }

    Transfer(InputStream upload) {
        super(upload);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw new Torn(e);
        }
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        try {
            return super.read(buffer, from, length);
        } catch (IOException e) {
            throw new Torn(e);
        }
    }
}
