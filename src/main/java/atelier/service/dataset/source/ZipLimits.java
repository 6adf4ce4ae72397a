package atelier.service.dataset.source;

/**
 * How much of a zip is unpacked.
 *
 * @param entries the most files and folders
 * @param bytes the most of all files together
 * @param ratio the most that the files may be larger than the zip, where they are larger than
 *     {@code small}
 * @param small bytes up to which any ratio will do
 * @param spare bytes that stay free on the disk
 */
record ZipLimits(int entries, long bytes, int ratio, long small, long spare) {

    /**
     * Photographs hardly shrink in a zip; empty drawings without compression do, to a hundredth.
     */
    static final ZipLimits USUAL = new ZipLimits(100_000, 40L << 30, 200, 256L << 20, 2L << 30);
}
