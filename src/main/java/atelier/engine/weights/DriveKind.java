package atelier.engine.weights;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * What sort of drive a file lies on. A page of a mapped file that can no longer be read ends the
 * whole process, so only files on drives that stay are mapped.
 */
enum DriveKind {
    /** A drive of this machine that is not taken out while it runs. */
    FIXED,
    /** Another machine's drive, or one behind a file system in user space. */
    NETWORK,
    /** A stick, a card or a disc. */
    REMOVABLE;

    private static final Set<String> NETWORK_TYPES =
            Set.of(
                    "nfs",
                    "nfs4",
                    "cifs",
                    "smb",
                    "smb2",
                    "smb3",
                    "smbfs",
                    "afpfs",
                    "afs",
                    "9p",
                    "davfs",
                    "webdav",
                    "ceph",
                    "lustre",
                    "gpfs",
                    "glusterfs",
                    "beegfs",
                    "vboxsf",
                    "virtiofs",
                    "ncpfs",
                    "drvfs",
                    "macfuse",
                    "osxfuse");
    private static final Set<String> REMOVABLE_TYPES =
            Set.of(
                    "vfat", "msdos", "fat", "fat16", "fat32", "exfat", "iso9660", "cd9660", "udf",
                    "cdfs");

    /**
     * The kind of drive that the file lies on.
     *
     * @throws IOException if the file system cannot be asked
     */
    static DriveKind of(Path file) throws IOException {
        Path real = file.toRealPath();
        if (real.toString().startsWith("\\\\")) {
            return NETWORK;
        }
        FileStore store = Files.getFileStore(real);
        return ofType(store.type()) == FIXED && isMarkedRemovable(store)
                ? REMOVABLE
                : ofType(store.type());
    }

    /** The kind of drive that usually carries a file system of that type. */
    static DriveKind ofType(String fileSystem) {
        String type = fileSystem.toLowerCase(Locale.ROOT);
        if (NETWORK_TYPES.contains(type) || type.startsWith("fuse.")) {
            return NETWORK;
        }
        return REMOVABLE_TYPES.contains(type) ? REMOVABLE : FIXED;
    }

    private static boolean isMarkedRemovable(FileStore store) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return Boolean.TRUE.equals(store.getAttribute("volume:isRemovable"))
                    || Boolean.TRUE.equals(store.getAttribute("volume:isCdrom"));
        }
        // Linux keeps the mark with the disk, one folder above its partitions; elsewhere there is
        // no such folder.
        Path name = Path.of(store.name()).getFileName();
        Path device = Path.of("/sys/class/block").resolve(name == null ? "none" : name.toString());
        if (!Files.exists(device)) {
            return false;
        }
        Path disk = device.toRealPath();
        Path mark =
                Files.exists(disk.resolve("removable"))
                        ? disk.resolve("removable")
                        : disk.resolveSibling("removable");
        return Files.exists(mark) && Files.readString(mark).strip().equals("1");
    }
}
