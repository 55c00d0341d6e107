package id.sipakatau.basemap.pmtiles;

/** What the tiles of an archive are, in the order of the format's numbers, which begin with 1. */
public enum TileType {
    VECTOR("application/vnd.mapbox-vector-tile"),
    PNG("image/png"),
    JPEG("image/jpeg"),
    WEBP("image/webp"),
    AVIF("image/avif");

    private final String mediaType;

    TileType(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }
}
