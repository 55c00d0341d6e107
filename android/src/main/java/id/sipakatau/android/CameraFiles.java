package id.sipakatau.android;

import android.content.ContentProvider;
import android.content.ContentValues;
import android.content.Context;
import android.database.Cursor;
import android.database.MatrixCursor;
import android.net.Uri;
import android.os.ParcelFileDescriptor;
import android.provider.OpenableColumns;
import java.io.File;
import java.io.FileNotFoundException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Files into which a camera app puts its photo and from which the page takes it. Nobody else may open them. */
public final class CameraFiles extends ContentProvider {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.jpg");
    private static final long A_DAY = 24 * 60 * 60 * 1000L;

    static String authority(Context context) {
        return context.getPackageName() + ".camera";
    }

    /** The address of a file that is not there yet. */
    static Uri create(Context context) {
        return new Uri.Builder()
                .scheme("content")
                .authority(authority(context))
                .appendPath(UUID.randomUUID() + ".jpg")
                .build();
    }

    /** Whether the camera has put a photo there. */
    static boolean isTaken(Context context, Uri address) {
        try {
            return file(context, address).length() > 0;
        } catch (FileNotFoundException e) {
            return false;
        }
    }

    /** Removes what was taken before today; the page has copied what it needs. */
    static void tidy(Context context, long now) {
        File[] files = folder(context).listFiles();
        if (files != null) {
            for (File file : files) {
                if (file.lastModified() < now - A_DAY && !file.delete()) {
                    file.deleteOnExit();
                }
            }
        }
    }

    private static File folder(Context context) {
        return new File(context.getCacheDir(), "camera");
    }

    private static File file(Context context, Uri address) throws FileNotFoundException {
        String name = address.getLastPathSegment();
        if (address.getPathSegments().size() != 1 || !NAME.matcher(name).matches()) {
            throw new FileNotFoundException("No photo: " + address);
        }
        return new File(folder(context), name);
    }

    @Override
    public boolean onCreate() {
        return true;
    }

    @Override
    public ParcelFileDescriptor openFile(Uri address, String mode) throws FileNotFoundException {
        File file = file(getContext(), address);
        if (!folder(getContext()).isDirectory() && !folder(getContext()).mkdirs()) {
            throw new FileNotFoundException("No room for photos");
        }
        return ParcelFileDescriptor.open(file, ParcelFileDescriptor.parseMode(mode));
    }

    /** Name and size, which a page's file input asks for. */
    @Override
    public Cursor query(Uri address, String[] columns, String selection, String[] arguments, String order) {
        String[] wanted = columns == null ? new String[] {OpenableColumns.DISPLAY_NAME, OpenableColumns.SIZE} : columns;
        MatrixCursor rows = new MatrixCursor(wanted, 1);
        try {
            File file = file(getContext(), address);
            MatrixCursor.RowBuilder row = rows.newRow();
            for (String column : wanted) {
                row.add(
                        column.equals(OpenableColumns.DISPLAY_NAME)
                                ? file.getName()
                                : column.equals(OpenableColumns.SIZE) ? (Object) file.length() : null);
            }
        } catch (FileNotFoundException e) {
            return rows;
        }
        return rows;
    }

    @Override
    public String getType(Uri address) {
        return "image/jpeg";
    }

    @Override
    public Uri insert(Uri address, ContentValues values) {
        throw new UnsupportedOperationException("Photos come through openFile");
    }

    @Override
    public int update(Uri address, ContentValues values, String selection, String[] arguments) {
        throw new UnsupportedOperationException("Photos come through openFile");
    }

    @Override
    public int delete(Uri address, String selection, String[] arguments) {
        throw new UnsupportedOperationException("The app removes its photos itself");
    }
}
