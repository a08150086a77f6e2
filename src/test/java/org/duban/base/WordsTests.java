package org.duban.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.duban.support.MariaDb;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Both databases read a pattern alike. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class WordsTests {

    static final List<String> databases = Stream.of("jdbc:h2:mem:words;DB_CLOSE_DELAY=-1", MariaDb.createDatabase())
            .toList();

    @ParameterizedTest
    @FieldSource("databases")
    void findsTextAnywhereWhateverItsCase(String url) throws SQLException {
        assertThat(found(url, "g网")).containsExactly("建设5G网络");
        assertThat(found(url, " 网络 ")).containsExactly("建设5G网络");
    }

    @ParameterizedTest
    @FieldSource("databases")
    void takesSpecialCharactersLiterally(String url) throws SQLException {
        assertThat(found(url, "15%")).containsExactly("达到15%以上");
        assertThat(found(url, "a_b")).containsExactly("a_b");
        assertThat(found(url, "c\\d")).containsExactly("c\\d");
        assertThat(found(url, "\\")).containsExactly("c\\d");
    }

    private static List<String> found(String url, String text) throws SQLException {
        try (var connection = DriverManager.getConnection(url)) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("DROP TABLE IF EXISTS note").update();
            jdbc.sql("CREATE TABLE note (words VARCHAR(100))").update();
            for (String words : List.of("建设5G网络", "达到15%以上", "达到150以上", "a_b", "axb", "c\\d")) {
                jdbc.sql("INSERT INTO note VALUES (:words)")
                        .param("words", words)
                        .update();
            }
            return jdbc.sql("SELECT words FROM note WHERE LOWER(words) LIKE :pattern")
                    .param("pattern", Words.containing(text))
                    .query(String.class)
                    .list();
        }
    }
}
