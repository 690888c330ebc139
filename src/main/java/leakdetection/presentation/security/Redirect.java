package leakdetection.presentation.security;

import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends a browser on from an action of a page. */
final class Redirect {

  private Redirect() {}

  static void to(String path) {
    try {
      FacesContext.getCurrentInstance().getExternalContext().redirect(path);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Returns the path if it stays on this server, else the first page. */
  static String local(String path) {
    return path != null && path.matches("/(?![/\\\\])[!-~&&[^\\\\]]*") ? path : "/";
  }
}
