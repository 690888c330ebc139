package leakdetection.infrastructure.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineBankFilesTest {

  @TempDir private Path folder;

  @Test
  void aMissingIndexIsNamed() {
    assertThatThrownBy(() -> new BaselineBankFiles().bank(folder))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(Path.of("initial", "mps.json") + " is missing.");
  }

  @Test
  void emptyLinesOfABaselineDoNotCount() throws IOException {
    assertThat(BaselineBankFiles.series(file("1\n2\n\n3\n"), "PT10M").ppmv())
        .containsExactly(1, 2, 3);
  }

  @Test
  void aMissingBaselineIsNamed() {
    assertThatThrownBy(() -> BaselineBankFiles.series(folder.resolve("low.txt"), "PT10M"))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("low.txt is missing.");
  }

  @Test
  void aBrokenBaselineIsNamedWithWhatIsWrong() throws IOException {
    Path broken = file("1\ntwo\n");
    Path sound = file("1\n");

    assertThatThrownBy(() -> BaselineBankFiles.series(broken, "PT10M"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is broken")
        .hasMessageContaining("two");
    assertThatThrownBy(() -> BaselineBankFiles.series(sound, "ten minutes"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ten minutes");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "baseline", ".txt"), text);
  }
}
