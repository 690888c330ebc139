package leakdetection.presentation.security;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIOutput;
import jakarta.faces.component.html.HtmlForm;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.event.AbortProcessingException;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Puts the form's token into every form, so that no page has to think of it. */
public class FormTokenField implements SystemEventListener {

  /** Creates the listener. */
  public FormTokenField() {
    // Faces wants a public constructor without arguments.
  }

  @Override
  public boolean isListenerForSource(Object source) {
    return source instanceof HtmlForm;
  }

  @Override
  public void processEvent(SystemEvent event) throws AbortProcessingException {
    UIComponent form = (UIComponent) event.getSource();
    if (form.getChildren().stream().noneMatch(Field.class::isInstance)) {
      form.getChildren().add(new Field());
    }
  }

  /** The hidden field. */
  static final class Field extends UIOutput {

    Field() {
      setTransient(true);
      setRendererType(null);
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
      ExternalContext external = context.getExternalContext();
      FormTokens tokens = CDI.current().select(FormTokens.class).get();
      ResponseWriter writer = context.getResponseWriter();
      writer.startElement("input", this);
      writer.writeAttribute("type", "hidden", null);
      writer.writeAttribute("name", FormTokens.FIELD, null);
      writer.writeAttribute(
          "value",
          tokens.give(
              (HttpServletRequest) external.getRequest(),
              (HttpServletResponse) external.getResponse()),
          null);
      writer.endElement("input");
    }

    @Override
    public void encodeEnd(FacesContext context) {
      // All was said at the beginning.
    }
  }
}
