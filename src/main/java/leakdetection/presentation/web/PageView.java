package leakdetection.presentation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/**
 * What the layout needs of whoever looks: language and colours, by cookie, else by what the browser
 * asks for. Nothing is kept on the server.
 */
@Named("page")
@RequestScoped
public class PageView {

  @Inject HttpServletRequest request;

  /** Returns the language of the texts: {@code en} or {@code nb}. */
  public String getLanguage() {
    return texts().language();
  }

  /** Returns the language as Faces wants it. */
  public Locale getLocale() {
    return texts().locale();
  }

  /** Returns {@code light} or {@code dark} as chosen; empty for what the system says. */
  public String getTheme() {
    return cookie("theme").filter(theme -> theme.matches("light|dark")).orElse("");
  }

  /** Returns all texts as JSON that may stand in a page. */
  public String getTexts() {
    return texts().json();
  }

  /** Returns the id that the address asks for; 0 where it names none. */
  public long id() {
    String id = request.getParameter("id");
    return id != null && id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
  }

  /** Answers that there is nothing at this address. */
  public void missing() {
    FacesContext faces = FacesContext.getCurrentInstance();
    try {
      faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    faces.responseComplete();
  }

  /** Returns the texts in the reader's language. */
  public Texts texts() {
    return cookie("language")
        .flatMap(Texts::named)
        .or(
            () ->
                Collections.list(request.getLocales()).stream()
                    .flatMap(locale -> Texts.named(locale.getLanguage()).stream())
                    .findFirst())
        .orElse(Texts.ENGLISH);
  }

  private Optional<String> cookie(String name) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst();
  }
}
