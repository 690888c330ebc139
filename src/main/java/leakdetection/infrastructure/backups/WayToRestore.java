package leakdetection.infrastructure.backups;

import java.nio.file.Path;
import leakdetection.application.settings.ProductSettings;

/** Says how a damaged database is replaced by a backup. */
public final class WayToRestore {

  private WayToRestore() {}

  /** Returns one sentence with the command, for the newest backup where there is one. */
  public static String of(ProductSettings settings) {
    Path folder = settings.folders().backups();
    return BackupName.all(folder).stream()
        .findFirst()
        .map(
            newest ->
                "The backup of %s can take its place: stop the server, then java -jar target/leak-detection-cli.jar restore %s --database %s"
                    .formatted(newest.madeAt(), folder.resolve(newest.name()), settings.database()))
        .orElseGet(
            () ->
                "There is no backup in %s; one from elsewhere can take its place: stop the server, then java -jar target/leak-detection-cli.jar restore FILE --database %s"
                    .formatted(folder, settings.database()));
  }
}
