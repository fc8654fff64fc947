@NullMarked
package io.hilum.gateway.telemetry;

import org.jspecify.annotations.NullMarked;
