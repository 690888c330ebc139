package leakdetection.presentation.security;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import leakdetection.application.security.ProviderException;
import leakdetection.application.security.ProviderSignIn;
import leakdetection.application.security.ProviderSignIn.Admitted;
import leakdetection.application.security.ProviderSignIn.Begun;
import leakdetection.application.security.ProviderSignIn.Brought;
import leakdetection.application.security.SignInAttempt;
import leakdetection.application.security.SignInRefusedException;
import leakdetection.presentation.web.FailedServlet;

/**
 * Sends browsers to the identity provider, and takes those in that come back. Who is not let in is
 * sent to the page where one signs in, which says why.
 */
public class ProviderServlet extends HttpServlet {

  static final String BEGIN = "/security/provider";
  static final String END = BEGIN + "/return";

  private static final long serialVersionUID = 1L;

  @Inject transient ProviderSignIn signIn;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    if (!signIn.isPossible()) {
      FailedServlet.fail(request, response, 404, "The settings name no identity provider.");
      return;
    }
    try {
      if (request.getServletPath().equals(BEGIN)) {
        begin(request, response);
      } else {
        end(request, response);
      }
    } catch (URISyntaxException unreadable) {
      FailedServlet.fail(request, response, 400, "The header Host must name this server.");
    } catch (ProviderException refused) {
      response.sendRedirect(
          RefusalAnswer.SIGN_IN + "?provider=" + refused.reason().name().toLowerCase(Locale.ROOT));
    } catch (SignInRefusedException tooOften) {
      response.sendRedirect(RefusalAnswer.SIGN_IN + "?provider=too_often");
    }
  }

  private void begin(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ProviderException, URISyntaxException {
    Begun begun = signIn.begin(Redirect.local(request.getParameter("next")), back(request));
    SessionCookie.SIGN_IN.write(request, response, begun.cookie(), SignInAttempt.LONGEST);
    response.sendRedirect(begun.address().toString());
  }

  private void end(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ProviderException, SignInRefusedException, URISyntaxException {
    SessionCookie.SIGN_IN.remove(request, response);
    Admitted admitted =
        signIn.end(
            new Brought(
                SessionCookie.SIGN_IN.read(request),
                request.getParameter("state"),
                request.getParameter("code"),
                back(request),
                request.getRemoteAddr()));
    SessionCookie.begin(request, response, admitted.secret());
    response.sendRedirect(Redirect.local(admitted.next()));
  }

  private static URI back(HttpServletRequest request) throws URISyntaxException {
    return new URI(request.getRequestURL().toString()).resolve(END);
  }
}
