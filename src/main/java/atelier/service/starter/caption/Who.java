package atelier.service.starter.caption;

/**
 * Whom a caption is about.
 *
 * @param first what the person is called when first mentioned
 * @param again what the person is called from then on
 */
record Who(String first, String again) {}
