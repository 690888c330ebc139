package leakdetection.infrastructure.backtest;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A text file that appears whole or not at all: written beside its place and moved there when it is
 * kept. A place that is no ordinary file, such as {@code /dev/stdout}, is written to directly.
 */
final class WholeFile implements AutoCloseable {

  private final Path file;
  private final Path part;
  private final Writer writer;

  /**
   * @throws NoSuchFileException if the folder does not exist
   * @throws IOException if nothing can be written there
   */
  WholeFile(Path file) throws IOException {
    this.file = file.toAbsolutePath();
    Path folder = this.file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NoSuchFileException(file.toString(), null, "its folder does not exist");
    }
    boolean isDirect = Files.exists(this.file) && !Files.isRegularFile(this.file);
    if (Files.isDirectory(this.file)) {
      throw new IOException("%s is a folder; a file is needed.".formatted(file));
    }
    String partial = ".%s.%d.part".formatted(file.getFileName(), ProcessHandle.current().pid());
    this.part = isDirect ? this.file : folder.resolve(partial);
    if (!isDirect) {
      // Also when the process is interrupted.
      part.toFile().deleteOnExit();
    }
    this.writer = CsvFiles.create(part, file.toString());
  }

  Writer writer() {
    return writer;
  }

  /** Ends the file and puts it in its place. */
  void keep() throws IOException {
    writer.close();
    if (!part.equals(file)) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
    if (!part.equals(file)) {
      Files.deleteIfExists(part);
    }
  }
}
