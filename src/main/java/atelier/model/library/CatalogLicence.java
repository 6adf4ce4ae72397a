package atelier.model.library;

/**
 * What may be done with a model.
 *
 * @param name the licence's
 * @param text what it says, in short; the whole lies at the address
 * @param url of the whole text
 * @param commercial whether work for money is allowed
 */
public record CatalogLicence(String name, String text, String url, boolean commercial) {}
