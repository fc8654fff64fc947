@NullMarked
package io.hilum.usage.intake;

import org.jspecify.annotations.NullMarked;
