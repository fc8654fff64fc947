/**
 * The dashboard and the alerts of the chart, and what the services export for them.
 */
@NullMarked
package io.hilum.systemtests.monitoring;

import org.jspecify.annotations.NullMarked;
