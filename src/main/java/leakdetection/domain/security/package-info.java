/**
 * Who may do what: users with a role, the tokens of their programs, and the log of what was done.
 *
 * <p>How a password is hashed, a request authenticated or an address guarded is not known here.
 */
package leakdetection.domain.security;
