@NullMarked
package io.hilum.usage.audit;

import org.jspecify.annotations.NullMarked;
