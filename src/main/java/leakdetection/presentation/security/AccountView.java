package leakdetection.presentation.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import leakdetection.application.security.ApiTokens;
import leakdetection.application.security.Caller;
import leakdetection.application.security.Caller.Proof;
import leakdetection.application.security.SignInRefusedException;
import leakdetection.application.security.UserRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.security.ApiToken;
import leakdetection.domain.security.TokenScope;
import leakdetection.presentation.web.PageView;
import leakdetection.presentation.web.Texts;

/** What {@code security/account.xhtml} shows and changes: one's password and tokens. */
@Named
@RequestScoped
public class AccountView {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Inject SignedInCaller signedIn;
  @Inject UserRegistry users;
  @Inject ApiTokens tokens;
  @Inject PageView page;
  @Inject Clock clock;

  private String old = "";
  private String chosen = "";
  private String again = "";
  private String tokenName = "";
  private String tokenScope = "push";
  private String tokenDays = "90";
  private String problem = "";
  private String done = "";
  private String secret = "";

  /**
   * A token as the page shows it.
   *
   * @param usable whether it has not ended
   */
  public record Row(
      long id,
      String name,
      String owner,
      String scopes,
      String lastUse,
      String end,
      boolean usable) {}

  /** Replaces the password. */
  public void changePassword() {
    if (!String.valueOf(chosen).equals(again)) {
      problem = page.texts().get("security.notAgain");
      return;
    }
    try {
      users.choosePassword(signedIn.withAccount(), old, chosen, signedIn.address());
      done = page.texts().get("security.passwordChanged");
    } catch (SignInRefusedException | RefusedException refused) {
      problem = page.texts().told(refused.getMessage());
    }
  }

  /** Issues a token. */
  public void issue() {
    try {
      Duration life =
          Duration.ofDays(tokenDays.matches("\\d{1,3}") ? Long.parseLong(tokenDays) : 0);
      Set<TokenScope> scopes = TokenScope.find(tokenScope).map(Set::of).orElseGet(Set::of);
      secret = tokens.issue(signedIn.withAccount(), tokenName, scopes, life).secret();
      tokenName = "";
    } catch (RefusedException refused) {
      problem = page.texts().told(refused.getMessage());
    }
  }

  /** Ends a token. */
  public void revoke(long id) {
    try {
      tokens.revoke(signedIn.withAccount(), id);
    } catch (RefusedException refused) {
      problem = page.texts().told(refused.getMessage());
    }
  }

  public List<Row> getTokens() {
    Texts texts = page.texts();
    return tokens.ofCaller(signedIn.withAccount()).stream()
        .map(token -> row(token, texts))
        .toList();
  }

  private Row row(ApiToken token, Texts texts) {
    boolean usable = token.isValid(clock.instant());
    return new Row(
        token.id(),
        token.name(),
        tokens.owner(token),
        token.scopes().stream()
            .map(scope -> texts.get("security.scope." + scope.label()))
            .sorted()
            .collect(Collectors.joining(", ")),
        tokens.lastUse(token).map(TIME::format).orElse("–"),
        token
            .revokedAt()
            .map(at -> texts.get("security.revoked", TIME.format(at)))
            .orElseGet(() -> TIME.format(token.expiresAt())),
        usable);
  }

  /** Tells whether there is a password to be changed here. */
  public boolean isHasPassword() {
    Caller caller = signedIn.get();
    return caller.proof() != Proof.DEMO && users.get(caller.userId()).passwordHash().isPresent();
  }

  /** Tells whether there can be tokens: not for the demo's visitor, and not before a password. */
  public boolean isHasTokens() {
    return signedIn.get().proof() != Proof.DEMO && !isPasswordExpired();
  }

  /** Tells whether another password must be chosen before anything else. */
  public boolean isPasswordExpired() {
    return done.isEmpty() && signedIn.get().passwordExpired();
  }

  public String getOld() {
    return "";
  }

  public void setOld(String old) {
    this.old = old;
  }

  public String getChosen() {
    return "";
  }

  public void setChosen(String chosen) {
    this.chosen = chosen;
  }

  public String getAgain() {
    return "";
  }

  public void setAgain(String again) {
    this.again = again;
  }

  public String getTokenName() {
    return tokenName;
  }

  public void setTokenName(String tokenName) {
    this.tokenName = tokenName;
  }

  public String getTokenScope() {
    return tokenScope;
  }

  public void setTokenScope(String tokenScope) {
    this.tokenScope = tokenScope;
  }

  public String getTokenDays() {
    return tokenDays;
  }

  public void setTokenDays(String tokenDays) {
    this.tokenDays = tokenDays;
  }

  public String getProblem() {
    return problem;
  }

  public String getDone() {
    return done;
  }

  /** Returns the token that was just issued; empty otherwise. */
  public String getSecret() {
    return secret;
  }
}
