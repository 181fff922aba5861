package org.baophu.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.baophu.notify.Messenger.MessengerException;
import org.baophu.notify.NightReport.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Against a real server in this process. */
class MailTest {
  private static final String FROM = "baophu@langson.example";
  private static final List<String> TO = List.of("a@langson.example", "b@langson.example");

  private static Mail mail(
      int port, Mail.Security security, @Nullable String user, Locale language) {
    Mail.Server server =
        new Mail.Server("127.0.0.1", port, security, user, "secret", Duration.ofSeconds(10));
    return new Mail(server, FROM, TO, language);
  }

  private static MimeMessage received(SmtpServer server) throws Exception {
    byte[] data = server.messages().get(0).getBytes(StandardCharsets.UTF_8);
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(data));
  }

  @Test
  void writesInVietnamese() throws Exception {
    try (SmtpServer server = SmtpServer.start()) {
      mail(server.port(), Mail.Security.NONE, null, Locale.forLanguageTag("vi"))
          .send(SampleReport.of(Outcome.PUBLISHED));

      MimeMessage message = received(server);
      assertThat(message.getSubject()).isEqualTo("BaoPhu, đêm 2026-11-02: đã công bố");
      assertThat(String.valueOf(message.getContent()))
          .contains(
              "Danh sách mới đã sẵn sàng.", "Người có thể tham gia: 3.269", "Thời gian: 2 phút");
      assertThat(server.commands())
          .contains("RCPT TO:<a@langson.example>", "RCPT TO:<b@langson.example>");
    }
  }

  @Test
  void writesInEnglish() throws Exception {
    try (SmtpServer server = SmtpServer.start()) {
      mail(server.port(), Mail.Security.NONE, null, Locale.ENGLISH)
          .send(SampleReport.of(Outcome.REFUSED));

      MimeMessage message = received(server);
      assertThat(message.getSubject())
          .isEqualTo("BaoPhu, night of 2026-11-02: input refused, nothing published");
      assertThat(String.valueOf(message.getContent())).contains("The lists stay as they were.");
      assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }
  }

  @Test
  void logsInWhereAUserIsNamed() throws Exception {
    try (SmtpServer server = SmtpServer.start()) {
      mail(server.port(), Mail.Security.NONE, "baophu", Locale.ENGLISH)
          .send(SampleReport.of(Outcome.FAILED));

      assertThat(server.commands()).anyMatch(command -> command.startsWith("AUTH PLAIN "));
    }
  }

  @Test
  void sendsNothingInTheClearThatIsToBeProtected() throws IOException {
    try (SmtpServer server = SmtpServer.start()) {
      Mail mail = mail(server.port(), Mail.Security.STARTTLS, null, Locale.ENGLISH);

      assertThatThrownBy(() -> mail.send(SampleReport.of(Outcome.FAILED)))
          .isInstanceOf(MessengerException.class);
      assertThat(server.messages()).isEmpty();
    }
  }

  @Test
  void anAddressThatIsRefusedIsNotTriedAgain() throws IOException {
    try (SmtpServer server = SmtpServer.start("550 no such user")) {
      Mail mail = mail(server.port(), Mail.Security.NONE, null, Locale.ENGLISH);

      assertThatThrownBy(() -> mail.send(SampleReport.of(Outcome.FAILED)))
          .isInstanceOfSatisfying(
              MessengerException.class, e -> assertThat(e.isPassing()).isFalse());
    }
  }

  @Test
  void aServerThatIsAwayMayComeBack() throws IOException {
    int port;
    try (SmtpServer server = SmtpServer.start()) {
      port = server.port();
    }
    Mail mail = mail(port, Mail.Security.NONE, null, Locale.ENGLISH);

    assertThatThrownBy(() -> mail.send(SampleReport.of(Outcome.FAILED)))
        .isInstanceOfSatisfying(MessengerException.class, e -> assertThat(e.isPassing()).isTrue());
  }

  @Test
  void everyOutcomeHasWordsInBothLanguages() {
    for (Outcome outcome : Outcome.values()) {
      for (String language : List.of("en", "vi")) {
        MailText text = new MailText(Locale.forLanguageTag(language));
        assertThat(text.subject(SampleReport.of(outcome))).contains("2026-11-02");
        assertThat(text.body(SampleReport.of(outcome))).contains("\r\n");
      }
    }
  }

  @Test
  void refusesWhatIsNoAddress() {
    assertThatThrownBy(
            () ->
                new Mail(
                    new Mail.Server(
                        "localhost", 25, Mail.Security.NONE, null, null, Duration.ofSeconds(1)),
                    "nobody at nowhere",
                    TO,
                    Locale.ENGLISH))
        .hasMessageContaining("is no address");
  }
}
