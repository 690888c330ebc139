package leakdetection;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A disk of its own that can be filled and made read-only: a file system in memory where this
 * process may mount one; else limits on the size of the server's files and on who may write.
 */
final class SmallDisk implements AutoCloseable {

  private final Path folder;
  private final boolean mounted;

  /**
   * @param folder becomes the disk
   */
  SmallDisk(Path folder, int megabytes) throws IOException {
    this.folder = Files.createDirectories(folder);
    mounted = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", path());
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Leaves no room on the disk for that server. */
  void fill(ServerProcess server) throws IOException {
    if (!fill()) {
      limit(server, Long.toString(Files.size(server.database())));
    }
  }

  /**
   * Leaves no room on the disk for anybody.
   *
   * @return whether that is possible here
   */
  boolean fill() throws IOException {
    if (!mounted) {
      return false;
    }
    try (OutputStream filler = Files.newOutputStream(file("filler"))) {
      byte[] block = new byte[4096];
      while (true) {
        filler.write(block);
      }
    } catch (IOException full) {
      return true;
    }
  }

  /** Makes room again. */
  void free(ServerProcess server) throws IOException {
    if (mounted) {
      Files.delete(file("filler"));
    } else {
      limit(server, "unlimited");
    }
  }

  private static void limit(ServerProcess server, String bytes) throws IOException {
    boolean limited =
        run("prlimit", "--pid", Long.toString(server.pid()), "--fsize=" + bytes + ":unlimited");
    if (!limited) {
      throw new IllegalStateException("Neither mount nor prlimit is possible here.");
    }
  }

  /** Lets nobody write, or everybody again. */
  void makeReadOnly(boolean readOnly) throws IOException {
    boolean done =
        mounted
            ? run("mount", "-o", "remount," + (readOnly ? "ro" : "rw"), path())
            : folder.toFile().setWritable(!readOnly);
    if (!done) {
      throw new IllegalStateException("The disk cannot be made read-only here.");
    }
  }

  private String path() {
    return folder.toString();
  }

  /** Runs a command and tells whether it could. */
  static boolean run(String... command) throws IOException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    if (mounted) {
      run("umount", "-l", path());
    } else {
      folder.toFile().setWritable(true);
    }
  }
}
