import shop
from shop.prices import price

print(shop.name, price("tea"))
import shop.broken
