package io.hilum.usage.reconciliation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How statements are taken.
 *
 * @param maxSize the largest file
 */
@ConfigurationProperties("hilum.reconciliation")
public record ReconciliationProperties(@DefaultValue("32MB") DataSize maxSize) {

}
