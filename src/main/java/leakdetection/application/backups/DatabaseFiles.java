package leakdetection.application.backups;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks after the database's files while no server uses them; found through {@link
 * java.util.ServiceLoader}, so that the command line needs to know no implementation.
 */
public interface DatabaseFiles {

  /**
   * Reads a whole database and compares everything that is kept twice.
   *
   * @param file a database or a backup; it is not changed
   * @throws IOException if there is no such file, or it cannot be read
   */
  Condition check(Path file) throws IOException;

  /**
   * Puts a copy of a backup in the place of the database, whose files are kept beside it.
   *
   * @param backup a sound backup; it stays where it is
   * @param database need not exist
   * @param now names what is kept
   * @return where the replaced database is now; empty if there was none
   * @throws IOException if the backup is damaged, the database is in use, or the disk fails; then
   *     the database is as it was
   */
  Optional<Path> restore(Path backup, Path database, Instant now) throws IOException;

  /**
   * What was found in a database.
   *
   * @param damages what is wrong, in SQLite's words; empty when it is sound
   * @param readings how many it holds
   * @param newest the time of the newest one
   */
  record Condition(List<String> damages, long readings, Optional<Instant> newest) {

    /** Keeps the list from being changed. */
    public Condition {
      damages = List.copyOf(damages);
    }
  }
}
