package leakdetection.infrastructure.backups;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Copies of a database that appear under their name only when they are complete and on disk. */
final class WholeCopy {

  private WholeCopy() {}

  /** Copies a database as this connection sees it. */
  static void copy(Connection connection, Path part) throws SQLException, IOException {
    remove(part);
    try (Statement statement = connection.createStatement()) {
      statement.execute("backup to \"%s\"".formatted(part));
    }
  }

  /** Takes care that a copy is one file, and that reading it makes no other. */
  static void makeOneFile(Path part) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + part);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = DELETE");
    }
  }

  /** Removes a copy that is not complete, and what SQLite made beside it. */
  static void remove(Path part) throws IOException {
    for (String name : List.of("", "-journal", "-wal", "-shm")) {
      Files.deleteIfExists(part.resolveSibling(part.getFileName() + name));
    }
  }

  /** Gives a complete file its name, and takes care that a power cut cannot undo it. */
  static void keep(Path part, Path file) throws IOException {
    flush(part, StandardOpenOption.WRITE);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    flushFolder(file);
  }

  /** Takes care that what the folder of a file holds survives a power cut. */
  static void flushFolder(Path file) throws IOException {
    flush(file.toAbsolutePath().getParent(), StandardOpenOption.READ);
  }

  private static void flush(Path path, StandardOpenOption access) throws IOException {
    try (FileChannel channel = FileChannel.open(path, access)) {
      channel.force(true);
    }
  }
}
