/**
 * The door: who calls ({@code CallerMechanism}), whether they may ({@code AccessFilter}, which
 * looks into the {@code AccessTable}), and the pages and resources about users, tokens and the
 * audit log.
 */
package leakdetection.presentation.security;
