package org.baophu.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.baophu.RealPostgres;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Both databases for real: H2 in memory in a file's stead, and PostgreSQL where it can run. */
final class TestDatabases {
  private @Nullable EmbeddedPostgres postgres;

  void start() throws IOException {
    postgres = RealPostgres.isAvailable() ? RealPostgres.start() : null;
  }

  void stop() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  /** Both, with an empty store in each. */
  List<DataSource> emptied() {
    List<DataSource> both = new ArrayList<>();
    both.add(new DriverManagerDataSource("jdbc:h2:mem:store;DB_CLOSE_DELAY=-1"));
    if (postgres != null) {
      both.add(postgres.getPostgresDatabase());
    }
    for (DataSource database : both) {
      Flyway flyway = flyway(database, "latest");
      flyway.clean();
      flyway.migrate();
    }
    return both;
  }

  static Flyway flyway(DataSource database, String target) {
    return Flyway.configure()
        .dataSource(database)
        .locations(Store.SCHEMA)
        .cleanDisabled(false)
        .target(target)
        .load();
  }
}
