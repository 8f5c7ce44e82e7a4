# modes: interp
import statistics as st
from fractions import Fraction as F

data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
print(st.mean(data), st.fmean(data), st.median(data), st.mode(data), st.variance(data), st.pvariance(data))
print(st.stdev(data), st.pstdev(data), st.median_low([1, 3, 5, 7]), st.median_high([1, 3, 5, 7]), st.median([1, 4]))
print(st.mean([1, 2, 3, 4]), st.mean([1, 2]), st.mean([True, False, True]), st.variance([1, 2, 4]), st.stdev([1, 2, 3, 4]))
print(st.mean([F(1, 2), F(1, 3)]), st.harmonic_mean([40, 60]), st.geometric_mean([54, 24, 36]), st.fmean([1, 2], [3, 1]))
print(st.multimode("aabbc"), st.quantiles([1, 2, 3, 4, 5, 6]), st.quantiles(data, n=3, method="inclusive"))
print(st.covariance([1, 2, 3], [4, 5, 9]), st.correlation([1, 2, 3, 5], [2, 4, 6.5, 9]))
print(st.linear_regression([1, 2, 3], [2, 4.5, 6]), st.NormalDist(100, 15).cdf(110), st.NormalDist(0, 1).pdf(0.5))
print(st.mean([1e30, 1.0, -1e30]), st.stdev([0.1, 0.2, 0.3]), st.pvariance([0.1, 0.1, 0.1]))
for f, x in ((st.mean, []), (st.median, []), (st.variance, [1]), (st.mode, [])):
    try:
        f(x)
    except st.StatisticsError as e:
        print(e)
