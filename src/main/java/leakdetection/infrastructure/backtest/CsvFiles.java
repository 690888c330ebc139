package leakdetection.infrastructure.backtest;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import leakdetection.application.backtest.BrokenFileException;

/** Opens CSV files, gzipped when their name ends in {@code .gz}. */
final class CsvFiles {

  static final String GZIP = ".gz";

  private static final int BUFFER = 1 << 16;

  private CsvFiles() {}

  /**
   * Opens a file for reading.
   *
   * @throws BrokenFileException if it is called gzipped and is not
   * @throws IOException if it does not exist or cannot be read
   */
  static Reader open(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no such file");
    }
    if (Files.isDirectory(file)) {
      throw new BrokenFileException(file, "This is a folder, not a file.");
    }
    InputStream bytes = Files.newInputStream(file);
    try {
      InputStream text =
          file.toString().endsWith(GZIP) ? new GZIPInputStream(bytes, BUFFER) : bytes;
      return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8), BUFFER);
    } catch (ZipException | java.io.EOFException broken) {
      bytes.close();
      throw new BrokenFileException(file, "The file is not gzipped, or cut off.");
    } catch (IOException | RuntimeException failed) {
      bytes.close();
      throw failed;
    }
  }

  /** Opens a file for writing as UTF-8, gzipped when {@code name} ends in {@code .gz}. */
  static Writer create(Path file, String name) throws IOException {
    OutputStream bytes = Files.newOutputStream(file);
    OutputStream packed = name.endsWith(GZIP) ? new GZIPOutputStream(bytes, BUFFER) : bytes;
    return new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8), BUFFER);
  }

  /** Returns the file's name without {@code .gz} and {@code .csv}. */
  static String stem(Path file) {
    String name = file.getFileName().toString();
    for (String ending : new String[] {GZIP, ".csv"}) {
      if (name.endsWith(ending) && name.length() > ending.length()) {
        name = name.substring(0, name.length() - ending.length());
      }
    }
    return name;
  }
}
