package leakdetection;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk of its own that turns read-only under whoever writes, as the kernel lets a disk do that
 * fails: a file system in a file. Only where this process may mount one.
 */
final class FailingDisk implements AutoCloseable {

  private static final long BYTES = 64 << 20;

  private final Path image;
  private final Path folder;
  private final boolean possible;

  /**
   * @param parent holds the disk and its file
   */
  FailingDisk(Path parent) throws IOException {
    image = parent.resolve("disk.img");
    folder = Files.createDirectories(parent.resolve("failing"));
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(BYTES);
    }
    possible = SmallDisk.run("mkfs.ext4", "-q", image.toString()) && mount();
  }

  private boolean mount() throws IOException {
    return SmallDisk.run("mount", "-o", "loop", image.toString(), folder.toString());
  }

  /** Tells whether there can be such a disk here. */
  boolean isPossible() {
    return possible;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Lets no file be written any more, also those that are open. */
  void fail() throws IOException {
    if (!SmallDisk.run("mount", "-o", "remount,abort", folder.toString())) {
      throw new IllegalStateException("The disk cannot be made to fail here.");
    }
  }

  /** Makes it whole again; nobody may have a file of it open. */
  void repair() throws IOException {
    if (!SmallDisk.run("umount", folder.toString()) || !mount()) {
      throw new IllegalStateException("The disk cannot be mounted again.");
    }
  }

  @Override
  public void close() throws IOException {
    SmallDisk.run("umount", "-l", folder.toString());
  }
}
