package leakdetection.application.backups;

import java.time.Instant;
import java.util.List;
import java.util.function.DoubleConsumer;
import leakdetection.domain.RefusedException;

/** The folder of the backups. */
public interface BackupStore {

  /**
   * Copies the database as it is at one moment, without keeping anybody from writing, and checks
   * the copy. Nothing is left behind when it fails.
   *
   * @param at now
   * @param progress is told the share that is done, 0 to 1; its exception ends the work
   * @throws RefusedException if the copy cannot be made or is damaged; the message is for the
   *     person who asked
   */
  Backup make(Instant at, DoubleConsumer progress);

  /** Returns the backups, newest first. */
  List<Backup> all();

  /** Removes a backup; one that is gone already is no failure. */
  void remove(Backup backup);
}
