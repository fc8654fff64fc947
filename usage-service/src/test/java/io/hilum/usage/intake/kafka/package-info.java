@NullMarked
package io.hilum.usage.intake.kafka;

import org.jspecify.annotations.NullMarked;
