package org.duban.base;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** Days begin and end in this zone, wherever the server stands. */
    @Bean
    MovableClock clock(@Value("${duban.zone}") ZoneId zone, @Value("${duban.clock-offset}") Duration offset) {
        return new MovableClock(zone, offset);
    }
}
