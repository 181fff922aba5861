package org.baophu.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** As much of an SMTP server (RFC 5321) as a client needs that has something to send. */
final class SmtpServer implements AutoCloseable {
  private final ServerSocket socket;
  private final String toRecipients;
  private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
  private final List<String> messages = Collections.synchronizedList(new ArrayList<>());

  private SmtpServer(ServerSocket socket, String toRecipients) {
    this.socket = socket;
    this.toRecipients = toRecipients;
    Thread thread = new Thread(this::serve, "smtp");
    thread.setDaemon(true);
    thread.start();
  }

  static SmtpServer start() throws IOException {
    return start("250 fine");
  }

  /**
   * @param toRecipients what is answered to a recipient
   */
  static SmtpServer start(String toRecipients) throws IOException {
    return new SmtpServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), toRecipients);
  }

  int port() {
    return socket.getLocalPort();
  }

  List<String> commands() {
    return commands;
  }

  List<String> messages() {
    return messages;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException e) {
        // The client or the test has had enough.
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(client.getOutputStream(), true, StandardCharsets.UTF_8);
    out.print("220 test\r\n");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      commands.add(line);
      out.print(answer(line.toUpperCase(Locale.ROOT), in, out) + "\r\n");
      out.flush();
    }
  }

  private String answer(String command, BufferedReader in, PrintStream out) throws IOException {
    if (command.startsWith("EHLO")) {
      return "250-test\r\n250-8BITMIME\r\n250 AUTH PLAIN";
    }
    if (command.startsWith("AUTH")) {
      return "235 welcome";
    }
    if (command.startsWith("RCPT")) {
      return toRecipients;
    }
    if (command.equals("DATA")) {
      out.print("354 go on\r\n");
      out.flush();
      StringBuilder message = new StringBuilder();
      for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
        message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
      }
      messages.add(message.toString());
    }
    return command.equals("QUIT") ? "221 bye" : "250 fine";
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
