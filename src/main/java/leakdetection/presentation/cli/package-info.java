/**
 * The command line: the same use cases as the server's, run over files and without a server.
 *
 * <p>{@link leakdetection.presentation.cli.LeakDetectionCli} holds one subcommand a class. A
 * command checks its options, calls a use case and prints its result; it computes nothing. Needs
 * neither Jakarta nor a database at run time.
 */
package leakdetection.presentation.cli;
