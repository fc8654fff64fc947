package io.hilum.portal.audit.journal;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The journal on disk between this service and Kafka.
 *
 * @param directory where it lives; one process at a time
 */
@ConfigurationProperties("hilum.journal")
record JournalProperties(Path directory) {

}
