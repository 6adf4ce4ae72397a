package atelier.model.library;

/**
 * An order to fetch a model, which stands for the user's own click: nothing else reaches for the
 * network.
 *
 * @param entry what to fetch
 * @param acceptedLicence name of the licence that the user has read and accepted
 */
public record DownloadOrder(CatalogEntry entry, String acceptedLicence) {}
