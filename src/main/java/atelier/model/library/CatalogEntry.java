package atelier.model.library;

/**
 * A model that can be fetched.
 *
 * @param id what settings and other files call it
 * @param name for people
 * @param purpose what it is for, in a few words: "face restoration"
 * @param file name to keep it under
 * @param url where it lies
 * @param bytes its size
 * @param sha256 of the file, 64 hexadecimal digits
 * @param licence what may be done with it
 * @param note what else to know before choosing it; empty for nothing
 */
public record CatalogEntry(
        String id,
        String name,
        String purpose,
        String file,
        String url,
        long bytes,
        String sha256,
        CatalogLicence licence,
        String note) {}
