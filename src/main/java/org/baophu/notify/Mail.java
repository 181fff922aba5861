package org.baophu.notify;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Sends the report of a night by SMTP, as plain text in the language of the office. */
public final class Mail implements Messenger {
  private final Server server;
  private final InternetAddress from;
  private final InternetAddress[] to;
  private final MailText text;

  /** How the connection is protected. */
  public enum Security {
    /** Not at all: for a relay on the same machine. */
    NONE,
    /** Begun in the clear and protected before anything is said; refused where it cannot be. */
    STARTTLS,
    /** Protected from the first byte. */
    TLS
  }

  /**
   * Where mail is handed over.
   *
   * @param user null if the server asks for none
   * @param timeout of the connection, and of each answer
   */
  public record Server(
      String host,
      int port,
      Security security,
      @Nullable String user,
      @Nullable String password,
      Duration timeout) {
    public Server {
      if (host.isBlank() || port < 1 || port > 65_535) {
        throw new IllegalArgumentException(
            "notify.email: host and a port in [1,65535] are needed, not '"
                + host
                + ":"
                + port
                + "'");
      }
    }
  }

  /**
   * Prepares mail.
   *
   * @throws IllegalArgumentException if an address is none, or there is nobody to write to
   */
  public Mail(Server server, String from, List<String> to, Locale language) {
    this.server = server;
    this.from = address("from", from);
    this.to = to.stream().map(one -> address("to", one)).toArray(InternetAddress[]::new);
    this.text = new MailText(language);
    if (to.isEmpty()) {
      throw new IllegalArgumentException("notify.email.to: nobody is named");
    }
  }

  private static InternetAddress address(String setting, String address) {
    try {
      return new InternetAddress(address, true);
    } catch (AddressException e) {
      throw new IllegalArgumentException(
          "notify.email." + setting + ": '" + address + "' is no address", e);
    }
  }

  @Override
  public String name() {
    return "email";
  }

  @Override
  public void send(NightReport report) throws MessengerException {
    try {
      Transport.send(message(report));
    } catch (SendFailedException e) {
      throw new MessengerException("an address was refused", false);
    } catch (MessagingException e) {
      throw new MessengerException(e.getClass().getSimpleName(), true);
    }
  }

  private MimeMessage message(NightReport report) throws MessagingException {
    String utf8 = StandardCharsets.UTF_8.name();
    MimeMessage message = new MimeMessage(session());
    message.setFrom(from);
    message.setRecipients(Message.RecipientType.TO, to);
    message.setSubject(text.subject(report), utf8);
    message.setText(text.body(report), utf8);
    message.setSentDate(Date.from(report.ended()));
    // Told by a machine: nobody's absence note should answer it (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  private Session session() {
    Properties properties = new Properties();
    String milliseconds = String.valueOf(server.timeout().toMillis());
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.host", server.host());
    properties.put("mail.smtp.port", String.valueOf(server.port()));
    properties.put("mail.smtp.connectiontimeout", milliseconds);
    properties.put("mail.smtp.timeout", milliseconds);
    properties.put("mail.smtp.writetimeout", milliseconds);
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.enable", String.valueOf(server.security() == Security.TLS));
    boolean startTls = server.security() == Security.STARTTLS;
    properties.put("mail.smtp.starttls.enable", String.valueOf(startTls));
    properties.put("mail.smtp.starttls.required", String.valueOf(startTls));
    String user = server.user();
    if (user == null) {
      return Session.getInstance(properties);
    }
    properties.put("mail.smtp.auth", "true");
    return Session.getInstance(properties, new Login(user, server.password()));
  }

  private static final class Login extends Authenticator {
    private final PasswordAuthentication login;

    Login(String user, @Nullable String password) {
      this.login = new PasswordAuthentication(user, password);
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      return login;
    }
  }
}
