package leakdetection.presentation.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/**
 * Opens a session only for a view that keeps something. MyFaces 4.1 opens one for every view that
 * is not transient before the page could say that it is.
 */
public class StatelessViews extends ViewHandlerWrapper {

  /**
   * Creates the handler, as Faces wants it.
   *
   * @param wrapped what really handles views
   */
  public StatelessViews(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public UIViewRoot createView(FacesContext context, String viewId) {
    UIViewRoot view = super.createView(context, viewId);
    if (view != null) {
      view.setTransient(true);
    }
    return view;
  }

  /** Once the first bytes are sent, it would be too late for the session's cookie. */
  @Override
  public void renderView(FacesContext context, UIViewRoot view) throws IOException {
    if (!view.isTransient()) {
      context.getExternalContext().getSession(true);
    }
    super.renderView(context, view);
  }
}
