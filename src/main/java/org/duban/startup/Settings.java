package org.duban.startup;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Settings {

    private final JdbcClient jdbc;

    Settings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LocalDate> day(String name) {
        return jdbc.sql("SELECT setting_value FROM setting WHERE name = :name")
                .param("name", name)
                .query(String.class)
                .optional()
                .map(LocalDate::parse);
    }

    void setDay(String name, LocalDate day) {
        int changed = jdbc.sql("UPDATE setting SET setting_value = :value WHERE name = :name")
                .param("value", day.toString())
                .param("name", name)
                .update();
        if (changed == 0) {
            jdbc.sql("INSERT INTO setting (name, setting_value) VALUES (:name, :value)")
                    .param("name", name)
                    .param("value", day.toString())
                    .update();
        }
    }
}
