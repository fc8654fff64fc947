@NullMarked
package io.hilum.routing.metering.journal;

import org.jspecify.annotations.NullMarked;
