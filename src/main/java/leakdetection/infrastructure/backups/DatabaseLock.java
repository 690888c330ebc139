package leakdetection.infrastructure.backups;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Says that a database is this process's: the product is its only writer, and two of them would
 * replay the same readings. The system lets go of it when the process ends, however it ends.
 */
public final class DatabaseLock implements AutoCloseable {

  private final FileChannel channel;

  private DatabaseLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock, in a file beside the database.
   *
   * @return nothing if another one has it
   * @throws IOException if the file cannot be made
   */
  public static Optional<DatabaseLock> take(Path database) throws IOException {
    FileChannel channel =
        FileChannel.open(
            database.resolveSibling(database.getFileName() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    if (isLocked(channel)) {
      return Optional.of(new DatabaseLock(channel));
    }
    channel.close();
    return Optional.empty();
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
