/**
 * What all WebSocket streams share: who listens to what, the first message with the history, the
 * live items behind it, and the bounds that keep a client that stops reading from hurting others.
 *
 * <p>Items are announced by the domain's events, rendered once for all clients of a topic on the
 * executor {@code concurrent/streams}, and sent by each client's own queue. The endpoints
 * themselves are with their sub-domains and only name their topic and their history. The protocol
 * is told in {@code docs/streams.md}.
 */
package leakdetection.presentation.streams;
