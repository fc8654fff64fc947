package io.hilum.usage.report;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of reports.
 *
 * @param maxDays how many days a report may span
 * @param maxRows how many rows it may have
 */
@ConfigurationProperties("hilum.report")
public record ReportProperties(@DefaultValue("400") int maxDays, @DefaultValue("10000") int maxRows) {
}
