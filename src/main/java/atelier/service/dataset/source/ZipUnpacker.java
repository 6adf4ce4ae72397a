package atelier.service.dataset.source;

import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks a zip that nobody vouches for: everything in its directory is checked before the first
 * byte is written, and what is written is counted, as the directory may lie.
 */
final class ZipUnpacker {

    private static final long GIGA = 1_000_000_000;
    private static final int PIECE = 1 << 16;

    /** What macOS puts beside the files of each zip. */
    private static final String APPLE_EXTRAS = "__MACOSX/";

    private final Path zip;
    private final ZipLimits limits;
    private long written;

    ZipUnpacker(Path zip, ZipLimits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    /**
     * Unpacks everything.
     *
     * @param folder must exist; on any failure what was unpacked stays in it
     * @throws AtelierException if the zip is damaged, locked, too large, or holds names that lead
     *     out of the folder, or links
     */
    void unpack(Path folder, ProgressListener progress, CancelToken cancel) {
        List<Boolean> special = ZipEntries.special(zip, limits.entries() + 1);
        try (ZipFile file = open()) {
            List<Target> targets = targets(file, folder, special);
            checkSize(targets, folder);
            String stage = "Unpacking";
            progress.progressed(Progress.of(stage, 0, targets.size(), "file"));
            for (int i = 0; i < targets.size(); i++) {
                write(file, targets.get(i), cancel);
                progress.progressed(Progress.of(stage, i + 1, targets.size(), "file"));
            }
        } catch (ZipException e) {
            throw String.valueOf(e.getMessage()).contains("encrypted")
                    ? refused("is locked with a password; unpack it yourself and choose the folder")
                    : ZipEntries.damaged(zip, e);
        } catch (IOException e) {
            throw FileFailures.reading(zip, e);
        }
    }

    private record Target(ZipEntry entry, Path path) {}

    /** Names without the flag for UTF-8 are UTF-8 all the same, or else of a system's code page. */
    private ZipFile open() throws IOException {
        try {
            return open(StandardCharsets.UTF_8);
        } catch (ZipException e) {
            return open(StandardCharsets.ISO_8859_1);
        }
    }

    private ZipFile open(Charset names) throws IOException {
        return new ZipFile(zip.toFile(), names);
    }

    private List<Target> targets(ZipFile file, Path folder, List<Boolean> special)
            throws ZipException {
        if (special.size() > limits.entries() || file.size() > limits.entries()) {
            throw refused(
                    "holds more than %d files; unpack it yourself and choose the folder"
                            .formatted(limits.entries()));
        }
        List<? extends ZipEntry> entries = file.stream().toList();
        if (entries.size() != special.size()) {
            throw new ZipException("two directories");
        }
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Path path = path(folder, entries.get(i).getName());
            if (special.get(i)) {
                throw refused(
                        "holds '%s', a link and no file; unpack it yourself and choose the folder"
                                .formatted(entries.get(i).getName()));
            }
            if (!entries.get(i).getName().startsWith(APPLE_EXTRAS)) {
                targets.add(new Target(entries.get(i), path));
            }
        }
        return targets;
    }

    private Path path(Path folder, String name) {
        String plain = name.replace('\\', '/');
        try {
            Path path = folder.resolve(plain).normalize();
            boolean climbs = List.of(plain.split("/")).contains("..");
            boolean absolute = plain.startsWith("/") || plain.matches("(?s)[A-Za-z]:.*");
            if (!climbs && !absolute && path.startsWith(folder)) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw refused(
                    "holds '%s', which no file can be called here; unpack it elsewhere and choose the folder"
                            .formatted(name));
        }
        throw refused(
                "holds '%s', which would be written outside its folder; it may be meant to harm, so get another copy of it"
                        .formatted(name));
    }

    private void checkSize(List<Target> targets, Path folder) throws IOException {
        long bytes = 0;
        for (Target target : targets) {
            long size = Math.max(0, target.entry().getSize());
            checkSize(size);
            bytes += size;
            checkSize(bytes);
        }
        long free = folder.toFile().getUsableSpace() - limits.spare();
        if (bytes > free) {
            throw refused(
                    "unpacks to %.1f GB, and %s has %.1f GB to spare; free some space or choose another folder"
                            .formatted((double) bytes / GIGA, folder, (double) free / GIGA));
        }
    }

    private void checkSize(long bytes) throws IOException {
        if (bytes > limits.bytes()
                || (bytes > limits.small() && bytes / limits.ratio() > Files.size(zip))) {
            throw refused(
                    "unpacks to %.1f GB or more, which no zip of that size with pictures does; unpack it yourself and choose the folder"
                            .formatted((double) bytes / GIGA));
        }
    }

    private void write(ZipFile file, Target target, CancelToken cancel) throws IOException {
        cancel.check();
        try {
            if (target.entry().isDirectory()) {
                Files.createDirectories(target.path());
                return;
            }
            Files.createDirectories(target.path().getParent());
        } catch (IOException e) {
            throw FileFailures.writing(target.path(), e);
        }
        try (InputStream in = file.getInputStream(target.entry());
                OutputStream out = create(target.path())) {
            byte[] piece = new byte[PIECE];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                cancel.check();
                written += count;
                checkSize(written);
                put(out, piece, count, target.path());
            }
        }
    }

    private OutputStream create(Path path) {
        try {
            return Files.newOutputStream(
                    path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw refused(
                    "holds two files that are both called %s here; unpack it yourself and choose the folder"
                            .formatted(path.getFileName()));
        } catch (IOException e) {
            throw FileFailures.writing(path, e);
        }
    }

    private static void put(OutputStream out, byte[] piece, int count, Path path) {
        try {
            out.write(piece, 0, count);
        } catch (IOException e) {
            throw FileFailures.writing(path, e);
        }
    }

    private AtelierException refused(String why) {
        return new AtelierException("%s %s.".formatted(zip, why));
    }
}
